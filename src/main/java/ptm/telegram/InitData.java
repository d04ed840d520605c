package ptm.telegram;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import ptm.account.Identity;

/** What a Mini App is opened with: proof from Telegram of who opened it. */
final class InitData {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MAC = "HmacSHA256";
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final int LONGEST = 16_384;

    private InitData() {}

    /**
     * Who opened the Mini App; empty if the proof is forged, damaged or older than an hour.
     *
     * @param raw the query string as the Mini App got it, not decoded
     */
    static Optional<Identity> verify(String raw, String botToken, Instant now) {
        if (raw.length() > LONGEST)
            return Optional.empty();
        try {
            var fields = fields(raw);
            var hash = fields.remove("hash");
            if (hash == null || !MessageDigest.isEqual(expected(fields, botToken), HexFormat.of().parseHex(hash)))
                return Optional.empty();
            return isFresh(fields.get("auth_date"), now) ? identity(fields.get("user")) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String raw) {
        var fields = new TreeMap<String, String>();
        for (var pair : raw.split("&")) {
            var at = pair.indexOf('=');
            if (at < 1 || fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1))) != null)
                throw new IllegalArgumentException("not a field, or one given twice");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] expected(Map<String, String> sorted, String botToken) {
        var checked = sorted.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        return mac(mac("WebAppData".getBytes(StandardCharsets.UTF_8), botToken), checked);
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    private static boolean isFresh(@Nullable String seconds, Instant now) {
        if (seconds == null)
            return false;
        var at = Instant.ofEpochSecond(Long.parseLong(seconds));
        return !at.isAfter(now.plus(CLOCKS_APART)) && !at.isBefore(now.minus(FRESH));
    }

    private static Optional<Identity> identity(@Nullable String user) {
        if (user == null)
            return Optional.empty();
        var id = JSON.readTree(user).path("id");
        return id.isIntegralNumber() ? Optional.of(Identity.telegram(id.asLong())) : Optional.empty();
    }
}
