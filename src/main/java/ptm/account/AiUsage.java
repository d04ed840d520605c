package ptm.account;

import org.jspecify.annotations.Nullable;

/**
 * What one person's questions to models have cost this month.
 *
 * @param tokensToday asked and answered, today
 * @param limitToday  tokens, null: none
 * @param limit       tokens a month, null: none
 * @param cost        US dollars this month, null where no price is set
 */
public record AiUsage(int calls, long tokensIn, long tokensOut, long tokensToday, @Nullable Long limitToday,
        @Nullable Long limit, @Nullable Double cost) {

    /** The larger share of the two limits that is used up, 0 where there is none; may pass 1 by the last call. */
    public double share() {
        return Math.max(shareOfDay(), shareOfMonth());
    }

    /** The share of the month's limit, 0 where there is none. */
    public double shareOfMonth() {
        return share(tokens(), limit);
    }

    /** The share of the day's limit, 0 where there is none. */
    public double shareOfDay() {
        return share(tokensToday, limitToday);
    }

    /** Asked and answered together. */
    public long tokens() {
        return tokensIn + tokensOut;
    }

    private static double share(long used, @Nullable Long limit) {
        return limit == null ? 0 : limit == 0 ? 1 : (double) used / limit;
    }
}
