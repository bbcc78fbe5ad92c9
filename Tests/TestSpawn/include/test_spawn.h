#pragma once
#include <sys/types.h>

/// Starts `path` in `folder`, in a process group of its own, with default signals, an empty mask and
/// the three descriptors as its streams; nothing else is inherited. Gives 0 or an error number.
int spawn_child(
    pid_t *child, const char *path, const char *folder, char *const argv[], char *const envp[],
    const int streams[3]);

/// A pipe that no child inherits. Gives 0 or an error number.
int spawn_pipe(int ends[2]);
