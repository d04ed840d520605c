package ptm.filter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the last row's values of the order and its id. Its text is opaque and good for one order only.
 *
 * @param values numbers, moments or texts, as the order's fields have them; null where the row had none
 */
record Cursor(List<@Nullable Object> values, long id) {

    private static final int DIGEST_BYTES = 8;

    /** What kind of value a field orders by. */
    enum Kind {
        NUMBER, MOMENT, TEXT;

        static Kind of(OrderField field) {
            return switch (field) {
                case CREATED, START, DUE, DONE, HIDDEN_UNTIL -> MOMENT;
                case TITLE -> TEXT;
                case MINUTES, SPENT_MINUTES, TEMPORAL, IMPACT, RISK, STRESS, APATHY, DISTRACTION, DISCOMFORT, NOVELTY,
                        DISSONANCE, PHYSICAL, INTELLECTUAL, MOTIVATIONAL, EMOTIONAL, SOCIAL, FINANCIAL, OVERDUE, FIT ->
                        NUMBER;
            };
        }
    }

    String text(List<OrderKey> order) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (Object value : values)
                write(out, value);
            out.writeLong(id);
            byte[] payload = bytes.toByteArray();
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            signed.writeBytes(digest(payload, order));
            signed.writeBytes(payload);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        out.writeBoolean(value != null);
        switch (value) {
            case null -> {
            }
            case Number number -> out.writeInt(number.intValue());
            case OffsetDateTime moment -> {
                out.writeLong(moment.toEpochSecond());
                out.writeInt(moment.getNano());
            }
            default -> out.writeUTF(value.toString());
        }
    }

    /** @throws FilterError if the text is no cursor of this order */
    static Cursor read(String text, List<OrderKey> order) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(text);
            if (signed.length <= DIGEST_BYTES)
                throw FilterError.atPointer("/cursor", "cursor");
            byte[] payload = Arrays.copyOfRange(signed, DIGEST_BYTES, signed.length);
            if (!MessageDigest.isEqual(digest(payload, order), Arrays.copyOf(signed, DIGEST_BYTES)))
                throw FilterError.atPointer("/cursor", "cursor");
            return read(new DataInputStream(new ByteArrayInputStream(payload)), order);
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            throw FilterError.atPointer("/cursor", "cursor");
        }
    }

    private static Cursor read(DataInputStream in, List<OrderKey> order) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (OrderKey key : order)
            values.add(in.readBoolean() ? value(in, Kind.of(key.by())) : null);
        return new Cursor(values, in.readLong());
    }

    private static Object value(DataInputStream in, Kind kind) throws IOException {
        return switch (kind) {
            case NUMBER -> in.readInt();
            case MOMENT -> Instant.ofEpochSecond(in.readLong(), in.readInt()).atOffset(ZoneOffset.UTC);
            case TEXT -> in.readUTF().replace("\0", "");
        };
    }

    private static byte[] digest(byte[] payload, List<OrderKey> order) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(order.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(payload), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
