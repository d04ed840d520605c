package ptm.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import ptm.account.Identity;

class InitDataTest {
    private static final String TOKEN = FakeTelegram.TOKEN;
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String USER = "{\"id\":42,\"first_name\":\"Ann & Co\"}";

    @Test
    void whatTelegramSignedProvesWhoItIs() {
        assertThat(InitData.verify(signed(NOW), TOKEN, NOW)).contains(Identity.telegram(42));
        assertThat(InitData.verify(signed(NOW), TOKEN, NOW.plus(Duration.ofHours(1)))).isPresent();
    }

    @Test
    void whatIsOldOrOfTheFutureProvesNothing() {
        assertThat(InitData.verify(signed(NOW), TOKEN, NOW.plus(Duration.ofMinutes(61)))).isEmpty();
        assertThat(InitData.verify(signed(NOW), TOKEN, NOW.minus(Duration.ofMinutes(5)))).isEmpty();
    }

    @Test
    void aChangeOfAnyFieldProvesNothing() {
        var raw = signed(NOW);
        assertThat(InitData.verify(raw.replace("42", "43"), TOKEN, NOW)).isEmpty();
        assertThat(InitData.verify(raw + "&extra=1", TOKEN, NOW)).isEmpty();
        assertThat(InitData.verify(raw + "&user=%7B%22id%22%3A1%7D", TOKEN, NOW)).isEmpty();
        assertThat(InitData.verify(raw, "4711:OTHER", NOW)).isEmpty();
    }

    @Test
    void nonsenseProvesNothing() {
        for (var raw : new String[] { "", "&", "=", "hash", "hash=", "hash=zz", "a=%zz&hash=00", "user=" + USER,
            "x".repeat(100_000) }) {
            assertThat(InitData.verify(raw, TOKEN, NOW)).as(raw).isEmpty();
        }
        assertThat(InitData.verify(signed(Map.of("auth_date", "soon", "user", USER)), TOKEN, NOW)).isEmpty();
        assertThat(InitData.verify(signed(Map.of("auth_date", "99999999999999999", "user", USER)), TOKEN, NOW))
                .isEmpty();
        assertThat(InitData.verify(signed(Map.of("user", USER)), TOKEN, NOW)).isEmpty();
        assertThat(InitData.verify(signed(Map.of("auth_date", "" + NOW.getEpochSecond(), "user", "{")), TOKEN, NOW))
                .isEmpty();
        assertThat(InitData.verify(signed(Map.of("auth_date", "" + NOW.getEpochSecond())), TOKEN, NOW)).isEmpty();
    }

    private static String signed(Instant at) {
        return signed(Map.of("auth_date", "" + at.getEpochSecond(), "query_id", "AA+b/c=", "signature", "s",
                "user", USER));
    }

    /** As Telegram's own servers sign. */
    private static String signed(Map<String, String> fields) {
        var checked = new TreeMap<>(fields).entrySet().stream().map(f -> f.getKey() + "=" + f.getValue())
                .collect(Collectors.joining("\n"));
        var hash = HexFormat.of().formatHex(mac(mac("WebAppData".getBytes(StandardCharsets.UTF_8), TOKEN), checked));
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")) + "&hash=" + hash;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
