// The one call of spawn.h that the C library shows to GNU programs alone.
#ifndef SPAWN_SHIMS_H
#define SPAWN_SHIMS_H

// Has every descriptor from `first` on closed when the program starts; 0, or an error number.
int zhubi_spawn_close_from(void *actions, int first);

#endif
