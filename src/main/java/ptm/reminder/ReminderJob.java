package ptm.reminder;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.account.AccountId;

/**
 * One durable job for each moment at which an account has reminders. It gives all that are due by then, so that after a
 * stop the first job that runs gives them together and the others find nothing.
 */
@Configuration(proxyBeanMethods = false)
class ReminderJob {

    private static final TaskDescriptor<Moment> DESCRIPTOR = TaskDescriptor.of("reminder", Moment.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Whose reminders, and the moment as text, to the database's microsecond. */
    record Moment(long account, String at) {}

    @Bean
    Task<Moment> reminderTask(ReminderRounds rounds) {
        return Tasks.oneTime(DESCRIPTOR).onFailure(new OnFailureRetryLater<>(AGAIN))
                .execute((instance, _) -> rounds.give(new AccountId(instance.getData().account()),
                        Instant.parse(instance.getData().at())));
    }

    /** Says that PTM is awake, and gives what a lost job left behind. */
    @Bean
    RecurringTask<Void> reminderPulseTask(ReminderRounds rounds) {
        return Tasks.recurring("reminder-pulse", Schedules.fixedDelay(Pulse.EVERY))
                .execute((_, _) -> rounds.pulse());
    }

    @Bean
    Wakeups wakeups(ObjectProvider<SchedulerClient> scheduler) {
        return (account, at) -> scheduler.getObject().scheduleIfNotExists(DESCRIPTOR.instance(account + ":" + at)
                .data(new Moment(account.value(), at.toString())).build(), at);
    }
}
