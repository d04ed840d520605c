package ptm.account;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this server alone knows, and what every key it needs is derived from: PTM_SECRET, else a file it made once. */
@Component
public final class ServerSecret {
    private static final String MAC = "HmacSHA256";
    private static final byte[] SALT = "ptm server secret v1".getBytes(StandardCharsets.UTF_8);

    private final byte[] extracted;

    @Autowired
    ServerSecret(@Value("${ptm.secret:}") String setting, @Value("${ptm.home:data}") Path home) {
        this(setting.isBlank() ? PrivateFile.secretIn(home.resolve("secret")) : setting.strip());
    }

    /** A secret from these words; for tests. */
    public ServerSecret(String words) {
        this.extracted = mac(SALT, words.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A key of 32 bytes for one purpose (HKDF with HMAC-SHA256). The same purpose gives the same key as long as the
     * secret stays; keys of different purposes tell nothing about one another.
     */
    public byte[] derive(String purpose) {
        return mac(extracted, (purpose + '\u0001').getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
