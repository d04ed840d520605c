package ptm.understanding.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;

import ptm.account.AccountId;
import ptm.understanding.llm.MessageAnswer.Asked;
import ptm.understanding.llm.MessageAnswer.Condition;
import ptm.understanding.llm.MessageAnswer.Way;

/**
 * What a model answered about a message, as the words it cited and not as dates: those are read anew each time, so that
 * "tomorrow" is right on another day. An answer that counts days from today itself is good for that day only.
 */
final class AnswerCache {
    private static final int MOST = 2_000;
    private static final Duration UNUSED = Duration.ofDays(7);

    /** @param day null for an answer that is good on any */
    private record Kept(MessageAnswer answer, @Nullable LocalDate day) {}

    private final Cache<String, Kept> answers = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED)
            .build();

    /** A digest of all that an answer depends on but the moment: whose words, what they know, which prompt, which model. */
    static String key(AccountId account, String model, MessageQuestion question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(account.toString(), model, Prompts.INTERPRET, question.language().code(),
                    question.words(), question.examples(), question.listed(), question.message())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable
    MessageAnswer find(String key, LocalDate day) {
        Kept kept = answers.getIfPresent(key);
        return kept == null || kept.day() != null && !kept.day().equals(day) ? null : kept.answer();
    }

    void keep(String key, MessageAnswer answer, LocalDate day) {
        answers.put(key, new Kept(answer, countsDays(answer.request()) ? day : null));
    }

    private static boolean countsDays(@Nullable Asked asked) {
        if (asked == null)
            return false;
        Stream<Condition> ways = asked.ways() == null
                ? Stream.empty()
                : asked.ways().stream().flatMap(way -> conditions(way));
        Stream<Condition> all = asked.conditions() == null ? ways : Stream.concat(asked.conditions().stream(), ways);
        return all.anyMatch(condition -> condition != null && (isSaid(condition.from()) || isSaid(condition.until())));
    }

    private static Stream<Condition> conditions(@Nullable Way way) {
        return way == null || way.conditions() == null ? Stream.empty() : way.conditions().stream();
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
