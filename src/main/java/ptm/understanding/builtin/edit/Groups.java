package ptm.understanding.builtin.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ptm.task.Proposed;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.understanding.EditCommand;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;

/** Puts the clauses of a message together: what shares a verb, a value or a task; what was not understood stays out. */
final class Groups {

    private static final class Group {
        @Nullable
        Verb verb;
        final List<TitleFinder.Found> targets = new ArrayList<>();
        final List<EditValue> values = new ArrayList<>();

        boolean isOpen() {
            return verb == null || verb == Verb.SET && values.isEmpty();
        }
    }

    private final Utterance utterance;
    private final TitleFinder finder;
    private final List<Group> groups = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    /** A verb or values said before any task. */
    private final List<Part> early = new ArrayList<>();
    private boolean lost;

    private Groups(Utterance utterance, TitleFinder finder) {
        this.utterance = utterance;
        this.finder = finder;
    }

    /** @param it what "it" means where no task was named before */
    static Groups of(List<Part> parts, TitleFinder.Found it, Utterance utterance, TitleFinder finder) {
        Groups groups = new Groups(utterance, finder);
        for (Part part : parts)
            groups.add(part, it);
        return groups;
    }

    List<String> unread() {
        return unread;
    }

    private void add(Part part, TitleFinder.Found it) {
        if (part.isTargeted())
            targeted(part, part.targets());
        else if (part.foreign()) {
            unread.add(part.written());
            lost = true;
        } else if (part.it() && groups.isEmpty() && !it.isEmpty())
            targeted(part, it);
        else if (!part.isVoid())
            attached(part);
    }

    private void targeted(Part part, TitleFinder.Found targets) {
        Group last = groups.isEmpty() ? null : groups.getLast();
        lost = false;
        Verb verb = part.action();
        if (last != null && isSame(last, targets) && again(last, part, verb))
            return;
        boolean listed = verb == null && part.values().isEmpty();
        if (listed && last != null || last != null && last.isOpen() && (last.verb == null || verb == null)) {
            // "dentist, slides done": one list; "move slides and dentist to friday" likewise
            last.targets.add(targets);
            fill(last, part, verb);
            return;
        }
        Group group = new Group();
        group.targets.add(targets);
        fill(group, part, verb != null ? verb : part.values().isEmpty() ? null : inherited(last));
        early.forEach(one -> fill(group, one, one.action()));
        early.clear();
        groups.add(group);
    }

    /** The same task again: "the report is done, close the report". */
    private static boolean again(Group last, Part part, @Nullable Verb verb) {
        if (verb != null && last.verb != null && verb != last.verb)
            return last.verb == Verb.COMPLETE && (verb == Verb.DROP || verb == Verb.DELETE);
        fill(last, part, verb);
        return true;
    }

    private static Verb inherited(@Nullable Group last) {
        return last != null && last.verb == Verb.SNOOZE ? Verb.SNOOZE : Verb.SET;
    }

    private static boolean isSame(Group group, TitleFinder.Found targets) {
        return group.targets.size() == 1 && group.targets.getFirst().all().equals(targets.all());
    }

    private static void fill(Group group, Part part, @Nullable Verb verb) {
        if (group.verb == null)
            group.verb = verb != null ? verb : part.values().isEmpty() ? null : Verb.SET;
        for (EditValue value : part.values())
            if (group.values.stream().noneMatch(one -> one.field().equals(value.field())))
                group.values.add(value);
    }

    /** A verb or values about the task before, or about the one that comes. */
    private void attached(Part part) {
        if (lost) {
            // of a task that was not found
            if (!part.values().isEmpty())
                unread.add(part.written());
            return;
        }
        if (groups.isEmpty()) {
            early.add(part);
            return;
        }
        Group last = groups.getLast();
        Verb verb = part.action();
        if (last.verb == null || verb == null || verb == last.verb)
            fillOpen(last, part, verb);
        else if (verb == Verb.SET && !part.values().isEmpty() && last.verb != Verb.COMPLETE) {
            Group more = new Group();
            more.targets.addAll(last.targets);
            fill(more, part, verb);
            groups.add(more);
        }
    }

    private static void fillOpen(Group last, Part part, @Nullable Verb verb) {
        if (verb == null && (last.verb == Verb.COMPLETE || last.verb == Verb.DELETE || last.verb == Verb.DROP))
            return;
        fill(last, part, verb);
    }

    /**
     * The commands, those without a verb or a value left out.
     *
     * @param pieces takes what gave their values
     * @param putOff the value of "not now" where none is said
     */
    List<EditCommand> commands(List<Piece> pieces, EditValue putOff) {
        List<EditCommand> commands = new ArrayList<>();
        for (Group group : groups) {
            if (group.verb == Verb.SNOOZE && group.values.isEmpty())
                group.values.add(putOff);
            if (group.verb == null || group.verb == Verb.SET && group.values.isEmpty())
                continue;
            for (EditValue value : group.values)
                pieces.add(value.piece(commands.size()));
            write(group, group.verb, commands);
        }
        return commands;
    }

    private void write(Group group, Verb verb, List<EditCommand> commands) {
        Set<TaskId> clear = new LinkedHashSet<>();
        group.targets.forEach(found -> clear.addAll(found.clear()));
        if (verb == Verb.MERGE && group.targets.stream().anyMatch(found -> found.clear().isEmpty()))
            group.targets.forEach(found -> clear.addAll(found.near()));
        boolean each = clear.size() > 1 && !group.values.isEmpty();
        if (each)
            clear.forEach(id -> commands.add(new EditCommand(verbOn(verb, group, id), List.of(id), List.of(),
                    set(group, id))));
        else if (!clear.isEmpty())
            commands.add(new EditCommand(clear.size() == 1 ? verbOn(verb, group, clear.iterator().next()) : verb,
                    List.copyOf(clear), List.of(), set(group, clear.size() == 1 ? clear.iterator().next() : null)));
        if (verb != Verb.MERGE)
            group.targets.stream().filter(found -> found.clear().isEmpty()).distinct()
                    .forEach(found -> commands.add(new EditCommand(verbOn(verb, group, null), List.of(), found.near(),
                            set(group, null))));
    }

    private List<Proposed> set(Group group, @Nullable TaskId task) {
        return group.values.stream().map(value -> value.on(task == null ? null : finder.task(task), utterance))
                .toList();
    }

    /** "Start the report on monday" begins no timer, and what has a date is moved rather than hidden. */
    private Verb verbOn(Verb verb, Group group, @Nullable TaskId task) {
        boolean moves = set(group, task).stream().anyMatch(value -> value.edit() instanceof TaskEdit.Reschedule);
        return verb == Verb.START && !group.values.isEmpty() || verb == Verb.SNOOZE && moves ? Verb.SET : verb;
    }

    /** How many tasks were found, by all clauses. */
    int matched() {
        return groups.stream().mapToInt(group -> group.targets.size()).sum();
    }

    double fit() {
        return groups.stream().flatMap(group -> group.targets.stream()).mapToDouble(TitleFinder.Found::fit).min()
                .orElse(0);
    }
}
