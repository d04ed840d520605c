package ptm.understanding.builtin.time;

/**
 * What a word or phrase of the time lexicon is.
 *
 * @param kind   the lexicon's section
 * @param key    which one of its section
 * @param number the key as a number, or −1
 * @param weak   an everyday word too
 * @param length in tokens
 */
record TimeWord(String kind, String key, int number, boolean weak, int length) {

    static TimeWord of(String kind, String key, boolean weak, int length) {
        int number = key.chars().allMatch(Character::isDigit) ? Integer.parseInt(key) : -1;
        return new TimeWord(kind, key, number, weak, length);
    }
}
