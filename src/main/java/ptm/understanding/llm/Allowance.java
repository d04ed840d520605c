package ptm.understanding.llm;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;

/** Leave to ask a model for a person, given and accounted for. */
interface Allowance {

    /**
     * @param tokens what the question and its answer may come to, at a guess
     * @return null where the budget is used up; otherwise how to say what it did cost, once
     */
    @Nullable
    Cost reserve(AccountId account, long tokens);

    /** What a call under way came to. */
    interface Cost {
        void settle(long tokensIn, long tokensOut);
    }
}
