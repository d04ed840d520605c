package ptm.understanding.llm;

import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;
import ptm.account.AiAccess;
import ptm.account.AiChoices;
import ptm.account.AiEndpoint;
import ptm.understanding.AnnotatorUnavailable;

/** Whom to ask about a person's words: the operator's endpoint, their own, or nobody. The last door before a call. */
final class ChosenEngines {
    private static final int MOST = 200;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final AiChoices choices;
    private final @Nullable EndpointEngines shared;
    private final Function<AiEndpoint, EndpointEngines> make;
    private final Cache<AccountId, Made> own = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED)
            .build();

    private record Made(AiEndpoint endpoint, EndpointEngines engines) {}

    /**
     * @param shared the operator's, or null where there is none
     * @param make   makes the engines of a person's own endpoint
     */
    ChosenEngines(AiChoices choices, @Nullable EndpointEngines shared, Function<AiEndpoint, EndpointEngines> make) {
        this.choices = choices;
        this.shared = shared;
        this.make = make;
    }

    /** @throws AnnotatorUnavailable if nobody may be asked for this person */
    EndpointEngines of(AccountId account) {
        AiAccess access = choices.of(account);
        if (access instanceof AiAccess.Own(AiEndpoint endpoint))
            return own.asMap().compute(account, (_, before) -> before != null && before.endpoint().equals(endpoint)
                    ? before
                    : new Made(endpoint, make.apply(endpoint))).engines();
        own.invalidate(account);
        if (access instanceof AiAccess.Shared && shared != null)
            return shared;
        throw new AnnotatorUnavailable("no model may be asked for this person");
    }
}
