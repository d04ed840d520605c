package ptm.understanding;

/**
 * Which words gave which value: a chip.
 *
 * @param of    the place in CONTRACT's answer, such as {@code drafts[0].due} or {@code preset.where.minutes}
 * @param from  code point offset into the text, inclusive
 * @param until code point offset, exclusive
 */
public record Piece(String of, String words, int from, int until, double confidence) {}
