package ptm.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import ptm.account.Account;
import ptm.account.AccountService;
import ptm.account.Language;
import ptm.task.Task;
import ptm.task.TaskId;
import ptm.task.TaskService;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.UnderstandingService;
import ptm.understanding.Utterance;
import tools.jackson.databind.JsonNode;

/** Says what the conversation would make of some words, and changes nothing. */
@RestController
class InterpretController {
    private final UnderstandingService understanding;
    private final TaskService tasks;
    private final AccountService accounts;
    private final Clock clock;

    InterpretController(UnderstandingService understanding, TaskService tasks, AccountService accounts, Clock clock) {
        this.understanding = understanding;
        this.tasks = tasks;
        this.accounts = accounts;
        this.clock = clock;
    }

    @PostMapping("/api/interpret")
    Map<String, Object> interpret(@RequestBody JsonNode json, Account account) {
        Body body = Body.of(json).only("text", "now", "zone", "language", "context");
        String text = body.text("text", Utterance.MAX_LENGTH);
        Instant now = body.instant("now");
        ZoneId zone = body.zone("zone");
        Language language = language(body);
        List<TaskId> shown = shown(body, account);
        Interpretation read = understanding.interpret(account, Utterance.own(text, now == null ? clock.instant() : now),
                shown, zone, language);
        return new InterpretationView(zone == null ? accounts.zoneOf(account) : zone,
                language == null ? account.language() : language, titles(read, account))
                .of(read, draft -> tasks.preview(account.id(), draft));
    }

    private static @Nullable Language language(Body body) {
        String code = body.optionalText("language", 10);
        if (code == null)
            return null;
        for (Language language : Language.values())
            if (language.code().equals(code))
                return language;
        throw body.refused("language", "en or ru is expected.");
    }

    /** Only the person's own tasks can be meant by "the second". */
    private List<TaskId> shown(Body body, Account account) {
        JsonNode context = body.find("context");
        if (context == null)
            return List.of();
        List<TaskId> given = Body.at(context, body.pointer("context")).only("shown").ids("shown");
        return tasks.findAll(account.id(), given).stream().map(Task::id).toList();
    }

    private List<String> titles(Interpretation read, Account account) {
        if (!(read.intent() instanceof Intent.Edit(var commands)))
            return List.of();
        return tasks.findAll(account.id(), commands.stream().flatMap(command -> command.tasks().stream()).distinct()
                .toList()).stream().map(Task::title).toList();
    }
}
