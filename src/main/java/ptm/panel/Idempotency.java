package ptm.panel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import ptm.account.AccountId;
import ptm.task.RefusedValue;
import tools.jackson.databind.JsonNode;

/** Makes a creating request that is sent twice with one key happen once: the second gets the first one's answer. */
@Component
class Idempotency {
    static final String HEADER = "Idempotency-Key";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_KEY = 200;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Idempotency(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Answers with what the work made, and with the same again where the key was seen. The work and the memory of it
     * are one transaction; of two requests at once the second waits for the first.
     *
     * @param key what the client chose, or null
     */
    ResponseEntity<?> once(AccountId account, @Nullable String key, String route, JsonNode request, HttpStatus status,
            Supplier<Object> work) {
        if (key == null)
            return answer(status, PanelConfiguration.JSON.valueToTree(work.get()));
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf(0) >= 0)
            throw new RefusedValue("", HEADER + ": 1 to " + LONGEST_KEY + " characters are expected.");
        JsonNode made = transaction.execute(open -> remembered(account, key, route, hash(request), work));
        return answer(status, made);
    }

    private JsonNode remembered(AccountId account, String key, String route, byte[] request, Supplier<Object> work) {
        db.sql("delete from idempotency where account_id = ? and at < ?")
                .params(account.value(), Timestamp.from(clock.instant().minus(KEPT))).update();
        boolean first = db.sql("""
                insert into idempotency (account_id, key, route, request, at) values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(account.value(), key, route, request, Timestamp.from(clock.instant())).update() == 1;
        if (!first)
            return earlier(account, key, route, request);
        JsonNode made = PanelConfiguration.JSON.valueToTree(work.get());
        db.sql("update idempotency set answer = ? where account_id = ? and key = ? and route = ?")
                .params(made.toString(), account.value(), key, route).update();
        return made;
    }

    private JsonNode earlier(AccountId account, String key, String route, byte[] request) {
        return db.sql("select request, answer from idempotency where account_id = ? and key = ? and route = ?")
                .params(account.value(), key, route).query((rs, n) -> {
                    if (!Arrays.equals(rs.getBytes(1), request))
                        throw anotherBody();
                    return PanelConfiguration.JSON.readTree(rs.getString(2));
                }).single();
    }

    static RefusedValue anotherBody() {
        return new RefusedValue("", HEADER + ": this key came with another body before.");
    }

    private static ResponseEntity<?> answer(HttpStatus status, @Nullable JsonNode made) {
        var response = ResponseEntity.status(status);
        if (made != null && made.has("version"))
            response.eTag(made.get("version").toString());
        return response.body(made);
    }

    private static byte[] hash(JsonNode request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
