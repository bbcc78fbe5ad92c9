// From what the bytes of a block are to the places worth judging. Superset of the triggers: bits at
// the block's edges are set where what decides lies outside.
struct block {
  // Of ASCII, and the leading bytes of characters of three.
  uint64_t digits, letters, net, at, colons, before, behind, rare;
};

static inline __attribute__((always_inline)) uint64_t candidates(const struct block *b) {
  uint64_t alnum = b->digits | b->letters;
  uint64_t starts = b->digits & ~(b->digits << 1);
  uint64_t net = b->net & ~(alnum << 1);
  uint64_t before = alnum & (b->before << 3 | 7);
  uint64_t behind = b->behind & (b->digits << 1 | b->rare << 3 | 7);
  uint64_t colons = b->colons
      & (b->colons >> 2 | b->colons >> 3 | b->colons >> 4 | b->colons >> 5 | 0xF800000000000000ull);
  return starts | net | before | behind | colons | b->at | b->rare;
}
