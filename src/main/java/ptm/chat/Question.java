package ptm.chat;

/**
 * Something the bot asked, which the next words may answer.
 *
 * @param view    the view it was asked under, 0 for none
 * @param subject the task or preset it is about, 0 for none
 */
record Question(Kind kind, long view, long subject) {

    /** What an answer is read as: {@code CLOCK} was asked in passing, {@code PLACE} with a tap, so it waits for one. */
    enum Kind {
        CLOCK, PLACE, REMINDER_MOMENT, PRESET_NAME, STEPS, WHICH, SURE
    }
}
