package ptm.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ptm.account.AccountService;
import ptm.account.Language;
import ptm.account.Role;

/** The first minute and what can be set later: the invitation, the clock, the language. */
@Component
class SettingsTalk {

    private final Views views;
    private final AccountService accounts;
    private final AiTalk ai;
    private final Questions questions;
    private final Speaker speaker;

    SettingsTalk(Views views, AccountService accounts, AiTalk ai, Questions questions,
            Speaker speaker) {
        this.views = views;
        this.accounts = accounts;
        this.ai = ai;
        this.questions = questions;
        this.speaker = speaker;
    }

    /** The first minute: what to do here, who owns it, whether a model listens, and what time it is. */
    void welcome(Turn turn) {
        greet(turn, views.add(turn.id(), turn.address(), turn.source(), new View.Greeting()),
                turn.account().zone() == null);
    }

    private void greet(Turn turn, View view, boolean asksClock) {
        MessageBuilder message = speaker.message(turn).line("start.invite").line("start.example");
        if (turn.account().role() == Role.OWNER)
            message.line("start.owner");
        if (ai.isMissing(turn.id()))
            message.line("start.noAi");
        if (asksClock) {
            askClock(turn, message, view);
            questions.ask(turn.id(), turn.address(), new Question(Question.Kind.CLOCK, view.id(), 0));
        }
        message.button("button.language", new ButtonAction.SwitchLanguage(view.id()));
        speaker.show(view, message);
    }

    private static void askClock(Turn turn, MessageBuilder message, View view) {
        message.line("start.clock", Map.of("time", turn.say().clock(turn.now().atZone(turn.zone()).toLocalTime())));
        message.row();
        for (int hours = -1; hours <= 1; hours++) {
            Instant there = turn.now().plus(Duration.ofHours(hours));
            message.labelled(turn.say().clock(there.atZone(turn.zone()).toLocalTime()),
                    new ButtonAction.SetOffset(view.id(), Places.offsetOf(turn.zone(), turn.now()) + 60 * hours));
        }
        message.row().button("button.otherTime", new ButtonAction.AskPlace(view.id()));
    }

    @Nullable
    String setOffset(Turn turn, long view, int minutes) {
        return clockSet(setZone(turn, view, Places.ofOffset(minutes, turn.now(), ZoneId.systemDefault())));
    }

    @Nullable
    String askPlace(Turn turn, long view) {
        questions.ask(turn.id(), turn.address(), new Question(Question.Kind.PLACE, view, 0));
        speaker.reply(turn, "start.askPlace");
        return null;
    }

    /** The answer in words: the clock is set, and the question above goes. */
    void placeSaid(Turn turn, long view, ZoneId zone) {
        Turn there = setZone(turn, view, zone);
        speaker.reply(there, speaker.message(there).line(List.of(Span.plain(clockSet(there)))));
    }

    private Turn setZone(Turn turn, long view, ZoneId zone) {
        questions.forget(turn.id(), turn.address());
        Turn there = speaker.turn(accounts.setZone(turn.id(), zone), turn.address(), turn.source());
        refresh(there, view);
        return there;
    }

    private static String clockSet(Turn there) {
        return there.say().text("start.zoneSet", Map.of("place",
                Places.name(there.zone(), there.account().language()), "time", there.say().time(there.now())));
    }

    void placeUnknown(Turn turn) {
        speaker.reply(turn, "start.placeUnknown");
    }

    @Nullable
    String switchLanguage(Turn turn, long view) {
        Language other = turn.account().language() == Language.EN ? Language.RU : Language.EN;
        refresh(speaker.turn(accounts.setLanguage(turn.id(), other), turn.address(), turn.source()), view);
        return null;
    }

    private void refresh(Turn turn, long id) {
        views.find(turn.id(), id).ifPresent(view -> {
            if (view.content() instanceof View.Settings)
                settings(turn, view);
            else
                greet(turn, view, turn.account().zone() == null);
        });
    }

    /** How the person likes it, and what they can change with a tap. */
    @Nullable
    String settings(Turn turn) {
        settings(turn, views.add(turn.id(), turn.address(), turn.source(), new View.Settings()));
        return null;
    }

    private void settings(Turn turn, View view) {
        Wording say = turn.say();
        MessageBuilder message = speaker.message(turn).line("settings")
                .line("settings.line", Map.of("place", Places.name(turn.zone(), say.language()), "time",
                        say.time(turn.now()), "from", say.time(turn.account().quiet().from()), "until",
                        say.time(turn.account().quiet().until())));
        ai.lines(turn, message);
        message.button("button.settingsLanguage", new ButtonAction.SwitchLanguage(view.id()))
                .button("button.settingsTime", new ButtonAction.AskPlace(view.id()));
        speaker.show(view, ai.button(turn, message, view.id()));
    }

    /** From now on models may be asked or not, as a tap says: where it stands the new state is shown. */
    @Nullable
    String setAi(Turn turn, long id, boolean on) {
        Optional<View> view = views.find(turn.id(), id).filter(found -> found.content() instanceof View.Settings);
        if (view.isEmpty())
            return ai.set(turn, on);
        ai.choose(turn, on);
        settings(turn, view.get());
        return null;
    }
}
