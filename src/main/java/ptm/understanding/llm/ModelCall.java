package ptm.understanding.llm;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.output.OutputParsingException;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;
import ptm.understanding.AnnotatorUnavailable;

/**
 * One kind of question to a model: a bad answer is asked for once more, any other failure means that it is not there
 * now, and all of it together takes no longer than the patience there is for it.
 */
final class ModelCall {
    /** The instructions, the vocabulary and an answer of the usual length. */
    private static final int USUAL_TOKENS = 3_000;
    private static final int CHARACTERS_A_TOKEN = 3;

    private final String use;
    private final Duration patience;
    private final Allowance allowance;
    private final Breaker breaker;
    private final MeterRegistry meters;

    /** @param use what is asked, for the figures: {@code read} or {@code annotate} */
    ModelCall(String use, Duration patience, Allowance allowance, Breaker breaker, MeterRegistry meters) {
        this.use = use;
        this.patience = patience;
        this.allowance = allowance;
        this.breaker = breaker;
        this.meters = meters;
    }

    /**
     * The answer as it came, still unchecked. An interrupt of the caller hangs up.
     *
     * @param account whose budget pays
     * @param words   characters that the person's own words add to the question
     * @throws AnnotatorUnavailable for whatever went wrong; the message names the kind of failure only, since the
     *         library's own may quote a person's words
     */
    <T> T ask(AccountId account, int words, Supplier<Result<T>> question) {
        if (!breaker.lets()) {
            count("resting", 0);
            throw new AnnotatorUnavailable("the model failed lately and is left alone for a while");
        }
        Allowance.Cost cost = allowance.reserve(account, USUAL_TOKENS + words / CHARACTERS_A_TOKEN);
        if (cost == null) {
            count("unpaid", 0);
            throw new AnnotatorUnavailable("the budget for models is used up");
        }
        long began = System.nanoTime();
        TokenUsage used = null;
        try {
            Result<T> result = inTime(question);
            used = result.tokenUsage();
            T content = result.content();
            if (content == null)
                throw new Failure("nothing", null);
            breaker.succeeded();
            count("answered", System.nanoTime() - began);
            return content;
        } catch (Failure failure) {
            count(failure.kind, System.nanoTime() - began);
            judge(failure);
            throw new AnnotatorUnavailable("the model could not be asked: " + failure.detail());
        } finally {
            settle(cost, used);
        }
    }

    private void settle(Allowance.Cost cost, @Nullable TokenUsage used) {
        int in = used == null || used.inputTokenCount() == null ? 0 : used.inputTokenCount();
        int out = used == null || used.outputTokenCount() == null ? 0 : used.outputTokenCount();
        boolean stopped = Thread.interrupted(); // the books are kept even of a call that somebody stopped
        cost.settle(in, out);
        if (stopped)
            Thread.currentThread().interrupt();
        meters.counter("ptm.model.tokens", "use", use, "way", "in").increment(in);
        meters.counter("ptm.model.tokens", "use", use, "way", "out").increment(out);
    }

    /** A refusal tells of the words, and being stopped of the person: neither says that the model is not there. */
    private void judge(Failure failure) {
        switch (failure.kind) {
            case "refused" -> breaker.succeeded();
            case "stopped" -> {
            }
            default -> breaker.failed();
        }
    }

    /** On a thread of its own: the library's time limit ends with the first byte, ours with the last. */
    private <T> Result<T> inTime(Supplier<Result<T>> question) {
        FutureTask<Result<T>> call = new FutureTask<>(() -> withRepair(question));
        Thread.ofVirtual().name("model-" + use).start(call);
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new Failure("late", null);
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new Failure("stopped", null);
        } catch (ExecutionException e) {
            throw new Failure(kind(e.getCause()), e.getCause());
        }
    }

    private static <T> Result<T> withRepair(Supplier<Result<T>> question) {
        try {
            return question.get();
        } catch (OutputParsingException e) {
            return question.get();
        }
    }

    private static String kind(@Nullable Throwable cause) {
        return switch (cause) {
            case OutputParsingException _ -> "garbled";
            case ContentFilteredException _ -> "refused";
            case dev.langchain4j.exception.TimeoutException _ -> "late";
            case null, default -> "failed";
        };
    }

    private void count(String outcome, long nanos) {
        meters.timer("ptm.model.calls", "use", use, "outcome", outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Why there is no answer; holds no words of anybody. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String kind;
        private final String cause;

        Failure(String kind, @Nullable Throwable cause) {
            super(kind, null, false, false);
            this.kind = kind;
            this.cause = cause == null ? "" : cause.getClass().getSimpleName();
        }

        String detail() {
            return cause.isEmpty() ? kind : kind + ", " + cause;
        }
    }
}
