package ptm.understanding.builtin.time;

/**
 * Words about time and what they gave. A value said in two places ("tomorrow … at 3") has two pieces with equal values.
 *
 * @param words      the whole phrase with its prepositions and, where it fills them, the parentheses around it
 * @param from       code point offset into the text, inclusive
 * @param until      code point offset, exclusive
 * @param confidence 0 to 1
 * @param debris     whether the words should go from a title
 */
public record TimePiece(TimeValue value, String words, int from, int until, double confidence, boolean debris) {}
