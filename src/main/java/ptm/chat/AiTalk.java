package ptm.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import ptm.account.Account;
import ptm.account.AccountId;
import ptm.account.AccountService;
import ptm.account.AiAccess;
import ptm.account.AiBudget;
import ptm.account.AiBudgetNearlyUsed;
import ptm.account.AiChoices;
import ptm.account.AiUsage;
import ptm.task.When;

/** Models and the person: whether one is asked, whose, what it costs, and when a budget runs out. */
@Component
class AiTalk {
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int PERCENT = 100;
    private static final Duration SOON = Duration.ofHours(24);

    private final AiChoices choices;
    private final AiBudget budget;
    private final AccountService accounts;
    private final ChatProperties properties;
    private final Inbox inbox;
    private final Speaker speaker;

    AiTalk(AiChoices choices, AiBudget budget, AccountService accounts, ChatProperties properties, Inbox inbox,
            Speaker speaker) {
        this.choices = choices;
        this.budget = budget;
        this.accounts = accounts;
        this.properties = properties;
        this.inbox = inbox;
        this.speaker = speaker;
    }

    /** Whether there is no model for this person, though they never said no. */
    boolean isMissing(AccountId account) {
        return choices.of(account) instanceof AiAccess.Missing;
    }

    /** For /settings: which model is asked, and what it cost this month. */
    MessageBuilder lines(Turn turn, MessageBuilder message) {
        AiAccess access = choices.of(turn.id());
        message.line(switch (access) {
            case AiAccess.Refused _ -> "ai.refused";
            case AiAccess.Missing _ -> choices.kept(turn.id()).isPresent() ? "ai.unreadable" : "ai.missing";
            case AiAccess.Shared _ -> "ai.shared";
            case AiAccess.Own _ -> "ai.own";
        }, Map.of("host", access.host()));
        AiUsage usage = access instanceof AiAccess.Own ? budget.ownUsage(turn.id()) : budget.usage(turn.id());
        return usage.calls() == 0 && !access.isGiven()
                ? message
                : message.line("ai.month", Map.of("parts", String.join(", ", parts(turn.say(), usage))));
    }

    private static List<String> parts(Wording say, AiUsage usage) {
        List<String> parts = new ArrayList<>();
        long tokens = usage.tokens();
        parts.add(tokens < THOUSAND
                ? say.text("ai.tokens", Map.of("count", tokens))
                : tokens < MILLION
                        ? say.text("ai.tokens.thousands", Map.of("count", Math.round(tokens / (double) THOUSAND)))
                        : say.text("ai.tokens.millions", Map.of("count", tokens / (double) MILLION)));
        if (usage.cost() != null)
            parts.add(say.text("ai.cost", Map.of("amount", usage.cost())));
        parts.add(say.text("ai.calls", Map.of("count", usage.calls())));
        if (usage.limit() != null || usage.limitToday() != null)
            parts.add(say.text("ai.share", Map.of("percent", Math.round(usage.share() * PERCENT))));
        return parts;
    }

    /** The button that turns it round; none where there is nothing to turn. */
    MessageBuilder button(Turn turn, MessageBuilder message, long view) {
        return switch (choices.of(turn.id())) {
            case AiAccess.Refused _ -> message.row().button("button.aiOn", new ButtonAction.SetAi(view, true));
            case AiAccess.Missing _ -> message;
            case AiAccess.Shared _,AiAccess.Own _ ->
                    message.row().button("button.aiOff", new ButtonAction.SetAi(view, false));
        };
    }

    void choose(Turn turn, boolean on) {
        choices.refuse(turn.id(), !on);
    }

    /** Said or tapped where nothing else shows it: told, with the way back. */
    @Nullable
    String set(Turn turn, boolean on) {
        choose(turn, on);
        AiAccess access = choices.of(turn.id());
        MessageBuilder message = speaker.message(turn).line(switch (access) {
            case AiAccess.Refused _ -> "ai.nowOff";
            case AiAccess.Missing _ -> "ai.nowMissing";
            case AiAccess.Shared _,AiAccess.Own _ -> "ai.nowOn";
        }, Map.of("host", access.host()));
        speaker.reply(turn, button(turn, message, 0));
        return null;
    }

    /** Where a key of one's own is set: never here, where it would stand for ever. */
    @Nullable
    String own(Turn turn) {
        String url = properties.panelLink("#me");
        speaker.reply(turn, speaker.message(turn)
                .line("ai.ownHow", Map.of("url", url == null ? properties.localPanel() + "#me" : url))
                .link("button.open", url));
        return null;
    }

    @Nullable
    String usage(Turn turn) {
        speaker.reply(turn, button(turn, lines(turn, speaker.message(turn)), 0));
        return null;
    }

    /** For /privacy: who gets the words. */
    MessageBuilder privacy(Turn turn, MessageBuilder message) {
        AiAccess access = choices.of(turn.id());
        return button(turn, message.line(switch (access) {
            case AiAccess.Refused _ -> "privacy.refused";
            case AiAccess.Missing _ -> "privacy.noAi";
            case AiAccess.Shared _,AiAccess.Own _ -> "privacy.ai";
        }, Map.of("host", access.host())), 0);
    }

    /** A key stood in the person's words: it is struck out of what is kept of them. */
    Effect keyTyped(Turn turn, List<String> keys) {
        return () -> {
            keys.forEach(key -> inbox.strikeOut(turn.address(), key));
            speaker.reply(turn, "ai.typedKey");
            return null;
        };
    }

    /** Told once, in the transaction that noticed it. */
    @EventListener
    void on(AiBudgetNearlyUsed budget) {
        Account account = accounts.require(budget.account());
        Wording say = speaker.wording(account);
        speaker.tell(account.id(), speaker.homeOf(account.id()), speaker.message(account, say)
                .line(budget.usedUp() ? "ai.usedUp" : "ai.nearlyUsed", Map.of("until", until(say, budget.until()))));
    }

    private static String until(Wording say, Instant until) {
        return Duration.between(say.now(), until).compareTo(SOON) <= 0
                ? say.moment(new When.Moment(until))
                : say.shortDay(until.atZone(say.zone()).toLocalDate());
    }
}
