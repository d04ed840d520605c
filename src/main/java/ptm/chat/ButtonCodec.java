package ptm.chat;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import ptm.account.AccountId;
import ptm.account.ServerSecret;
import ptm.chat.ButtonAction.*;
import ptm.task.ChangeSetId;
import ptm.task.TaskId;

/**
 * Buttons as payloads of at most 64 bytes and back. A payload is bound to the person it was made for by a keyed hash, so
 * that nobody can press what was never shown to them. A code is never given to another action: old buttons live for ever.
 */
@Component
class ButtonCodec {

    private static final Map<String, Class<? extends ButtonAction>> ACTIONS = Map.ofEntries(
            Map.entry("u", Undo.class), Map.entry("b", BringBack.class), Map.entry("c", OpenCard.class),
            Map.entry("p", ShowPage.class), Map.entry("x", Reject.class), Map.entry("s", Start.class),
            Map.entry("f", Finish.class), Map.entry("a", PutAside.class), Map.entry("r", GiveReason.class),
            Map.entry("h", SetPlace.class), Map.entry("w", WaitDays.class), Map.entry("d", Drop.class),
            Map.entry("l", Refine.class), Map.entry("k", DropCondition.class), Map.entry("m", TakeAlternative.class),
            Map.entry("v", SavePreset.class), Map.entry("g", RunPreset.class), Map.entry("n", Next.class),
            Map.entry("z", Snooze.class), Map.entry("y", SnoozeAll.class), Map.entry("t", AskMoment.class),
            Map.entry("o", Choose.class), Map.entry("j", CaptureAnyway.class), Map.entry("i", StopThinking.class),
            Map.entry("1", SetOffset.class), Map.entry("2", AskPlace.class), Map.entry("3", SwitchLanguage.class),
            Map.entry("4", LetIn.class), Map.entry("5", Forget.class), Map.entry("6", Retry.class),
            Map.entry("7", Split.class), Map.entry("8", CountTime.class), Map.entry("9", CorrectTime.class),
            Map.entry("0", Now.class), Map.entry("e", Merge.class), Map.entry("q", KeepBoth.class),
            Map.entry("R", Relearn.class), Map.entry("T", SetTime.class), Map.entry("L", Speak.class),
            Map.entry("A", AddLeftOut.class), Map.entry("I", SetAi.class), Map.entry("D", KeepDone.class));
    private static final int RADIX = 36;
    private static final int MAC_BYTES = 6;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    ButtonCodec(ServerSecret secret) {
        this.key = new SecretKeySpec(secret.derive("buttons"), "HmacSHA256");
    }

    String encode(AccountId account, ButtonAction action) {
        StringBuilder body = new StringBuilder(code(action.getClass()));
        try {
            for (RecordComponent part : action.getClass().getRecordComponents())
                body.append('.').append(word(part.getAccessor().invoke(action)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return body + "." + mac(account, body.toString());
    }

    /** What the payload means to this person, or empty where it was not made for them. */
    Optional<ButtonAction> decode(AccountId account, String payload) {
        int end = payload.lastIndexOf('.');
        if (end < 0 || payload.length() > Button.MAX_PAYLOAD_BYTES || !MessageDigest.isEqual(
                mac(account, payload.substring(0, end)).getBytes(StandardCharsets.UTF_8),
                payload.substring(end + 1).getBytes(StandardCharsets.UTF_8)))
            return Optional.empty();
        return Optional.of(read(payload.substring(0, end).split("\\.")));
    }

    private static ButtonAction read(String[] words) {
        Class<? extends ButtonAction> type = ACTIONS.get(words[0]);
        if (type == null)
            throw new IllegalStateException("A signed payload of an unknown action " + words[0]);
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++)
            values[i] = value(types[i], words[i + 1]);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(Class<?> type) {
        return ACTIONS.entrySet().stream().filter(entry -> entry.getValue() == type).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no code for " + type)).getKey();
    }

    private static String word(Object value) {
        return switch (value) {
            case TaskId task -> Long.toString(task.value(), RADIX);
            case AccountId account -> Long.toString(account.value(), RADIX);
            case ChangeSetId changeSet -> word(changeSet.value());
            case Enum<?> constant -> Integer.toString(constant.ordinal(), RADIX);
            case Boolean flag -> flag ? "1" : "0";
            case Number number -> Long.toString(number.longValue(), RADIX);
            default -> throw new IllegalStateException("A button cannot carry a " + value.getClass());
        };
    }

    private static String word(UUID id) {
        return BASE64.encodeToString(ByteBuffer.allocate(16).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array());
    }

    private static Object value(Class<?> type, String word) {
        if (type == ChangeSetId.class) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(word));
            return new ChangeSetId(new UUID(bytes.getLong(), bytes.getLong()));
        }
        long number = Long.parseLong(word, RADIX);
        if (type == TaskId.class)
            return new TaskId(number);
        if (type == AccountId.class)
            return new AccountId(number);
        if (type == boolean.class)
            return number == 1;
        if (type == int.class)
            return (int) number;
        return type.isEnum() ? type.getEnumConstants()[(int) number] : (Object) number;
    }

    private String mac(AccountId account, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal((account.value() + ":" + body).getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(Arrays.copyOf(hash, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
