package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.Task;

/** Dialogues in which something is said that was said before. */
class TwinDialogueIT extends Dialogues {

    @Test
    void whatWasSaidBeforeIsNoticedInAnyFormAndKeptAllTheSame() {
        ann.says("call the insurance").says("calling insurance about the roof").seesButtons("↩ Undo", "▶", "▸");
        ann.says("Call insurance");
        assertThat(ann.newest()).endsWith("_There already:_ “Call the insurance”");
        ann.seesButtons("Make one of them", "Keep both", "↩ Undo", "▶", "▸");
        ann.presses("Keep both").seesButtons("↩ Undo", "▶", "▸");
        assertThat(all(person)).hasSize(3);
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("позвонить бабушке").says("позвони бабушке");
        assertThat(boris.newest()).endsWith("_Уже есть:_ «Позвонить бабушке»");
    }

    @Test
    void twoBecomeOneWithAPressAndTwoAgainWithAnother() {
        ann.says("renew the passport").says("renew passport by friday").presses("Make one of them");
        assertThat(ann.newest()).startsWith("One now:\n*Renew the passport* — by Fri 27 Nov");
        assertThat(all(person)).hasSize(1).allSatisfy(task -> assertThat(task.description()).contains("by friday"));
        ann.presses("↩ Undo");
        assertThat(all(person)).hasSize(2).filteredOn(task -> task.due() == null).hasSize(1);
    }

    @Test
    void theSameAppointmentTwiceIsOneInAListToo() {
        ann.says("dentist tomorrow at 15:30").says("buy glue\ndentist tomorrow at 15:30");
        ann.presses("Make one of them");
        assertThat(all(person)).extracting(Task::title).containsExactlyInAnyOrder("Dentist", "Buy glue");
    }

    @Test
    void otherNamesOtherDaysRepeatsAndWhatIsDoneAreNoTwins() {
        for (String pair : new String[] { "call mom\ncall tom", "dentist tomorrow at 9\ndentist on friday at 9",
            "water the plants every week\nwater the plants", "write to Marina\nwrite to Maria" }) {
            Dialogue carl = dialogue(person("Carl", Language.EN));
            for (String line : pair.split("\n"))
                carl.says(line);
            assertThat(carl.everything()).doesNotContain("There already");
        }
        ann.says("sweep the stairs").says("done with the stairs").says("sweep the stairs");
        assertThat(ann.everything()).doesNotContain("There already");
    }
}
