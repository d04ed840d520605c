package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.Task;

/** Dialogues in which a part of what is said is no task. */
class LeftOutDialogueIT extends Dialogues {

    @Test
    void whatBecameNoTaskIsNamedAndOneTapMakesItOne() {
        ann.says("buy glue, the plumber already came on Monday, call mom");
        assertThat(ann.newest()).startsWith("*2 tasks*").contains("_Left out: the plumber already came on Monday_");
        ann.presses("Add it");
        assertThat(ann.newest()).startsWith("*The plumber already came on Monday*");
        assertThat(ann.everything()).doesNotContain("Left out");
        assertThat(all(person)).hasSize(3);
        ann.presses("↩ Undo");
        assertThat(all(person)).extracting(Task::title).containsExactlyInAnyOrder("Buy glue", "Call mom");
    }

    @Test
    void pressedTwiceItAddsOnce() {
        ann.says("buy glue, the plumber already came on Monday").pressesTwice("Add it");
        assertThat(all(person)).hasSize(2);
    }

    @Test
    void greetingsAndMereFillerAreNoMention() {
        ann.says("Hi! So tired today. Please buy glue by Friday, thanks a lot");
        assertThat(ann.newest()).startsWith("*Buy glue* — by Fri 27 Nov").doesNotContain("Left out");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("Всем привет, ну и денёк. Купить клей, сосед вчера приходил за дрелью");
        assertThat(boris.newest()).startsWith("*Купить клей*")
                .endsWith("_Не взято: сосед вчера приходил за дрелью_");
        boris.seesButtons("↩ Отменить", "▶", "▸", "Взять");
    }
}
