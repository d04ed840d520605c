package ptm.understanding.builtin.edit;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ptm.understanding.Verb;

/**
 * What one clause says.
 *
 * @param verb     or null where none is said
 * @param targets  the tasks it names
 * @param it       whether it speaks of "it"
 * @param values   new ones
 * @param foreign  whether it holds words that are no task, value or verb
 * @param bare     whether neither an edit's verb nor a deed is said
 * @param weight   how much it speaks of an edit
 * @param written  its words
 */
record Part(EditVerbs.@Nullable Found verb, TitleFinder.Found targets, boolean it, List<EditValue> values,
        boolean foreign, boolean bare, double weight, String written) {

    boolean isTargeted() {
        return !targets.isEmpty();
    }

    @Nullable
    Verb action() {
        return verb == null ? null : verb.verb();
    }

    boolean isDone() {
        return verb != null && verb.verb() == Verb.COMPLETE;
    }

    boolean isVoid() {
        return verb == null && targets.isEmpty() && values.isEmpty() && !foreign;
    }
}
