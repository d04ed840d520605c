package ptm.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What models may cost, in tokens of questions and answers together; days and months are UTC's.
 *
 * @param tokensADay           {@code PTM_AI_TOKENS_A_DAY}: of one person; null: no limit
 * @param tokensAMonth         {@code PTM_AI_TOKENS_A_MONTH}: of one person; null: no limit
 * @param tokensAMonthOverall  {@code PTM_AI_TOKENS_A_MONTH_OVERALL}: of everybody together; null: no limit
 * @param priceIn              {@code PTM_AI_PRICE_IN}: US dollars for a million tokens asked; null: not known
 * @param priceOut             {@code PTM_AI_PRICE_OUT}: US dollars for a million tokens answered; null: not known
 */
@ConfigurationProperties("ptm.ai")
public record AiLimits(@Nullable Long tokensADay, @Nullable Long tokensAMonth, @Nullable Long tokensAMonthOverall,
        @Nullable Double priceIn, @Nullable Double priceOut) {

    /** No limits and no prices. */
    public static final AiLimits NONE = new AiLimits(null, null, null, null, null);
    private static final double MILLION = 1_000_000;

    public AiLimits {
        check("PTM_AI_TOKENS_A_DAY", tokensADay);
        check("PTM_AI_TOKENS_A_MONTH", tokensAMonth);
        check("PTM_AI_TOKENS_A_MONTH_OVERALL", tokensAMonthOverall);
        check("PTM_AI_PRICE_IN", priceIn);
        check("PTM_AI_PRICE_OUT", priceOut);
    }

    private static void check(String setting, @Nullable Number value) {
        if (value != null && value.doubleValue() < 0)
            throw new IllegalArgumentException(setting + ": a number of 0 or more is expected");
    }

    /** In US dollars, or null where no price is set. */
    public @Nullable Double cost(long tokensIn, long tokensOut) {
        if (priceIn == null && priceOut == null)
            return null;
        return (tokensIn * (priceIn == null ? 0 : priceIn) + tokensOut * (priceOut == null ? 0 : priceOut)) / MILLION;
    }
}
