package ptm.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals people's keys for the database (AES-256-GCM), with a key of the environment: PTM_SECRET_KEY, else PTM_SECRET. The
 * secret that a server makes itself will not do, since it lies beside the database it would protect.
 */
@Component
final class KeySeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    @Autowired
    KeySeal(@Value("${ptm.secret-key:}") String own, @Value("${ptm.secret:}") String general) {
        this(own.isBlank() ? general.strip() : own.strip());
    }

    /** @param secret empty where the operator set none */
    KeySeal(String secret) {
        this.key = secret.isEmpty() ? new byte[0] : new ServerSecret(secret).derive("people's keys of models");
    }

    /** Whether the operator gave a secret to seal with. */
    boolean isSet() {
        return key.length > 0;
    }

    /** @param context what it belongs to; it can be opened for nothing else */
    byte[] seal(String text, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Empty where it was sealed with another secret or for something else. */
    Optional<String> open(byte[] sealed, String context) {
        if (!isSet() || sealed.length <= NONCE_BYTES)
            return Optional.empty();
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        if (!isSet())
            throw new IllegalStateException("there is no secret to seal with");
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
