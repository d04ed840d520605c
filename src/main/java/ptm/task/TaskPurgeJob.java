package ptm.task;

import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases every night what was deleted too long ago to come back; on one instance, whichever wakes first. */
@Configuration(proxyBeanMethods = false)
class TaskPurgeJob {

    private static final Logger LOG = LoggerFactory.getLogger(TaskPurgeJob.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> taskPurge(TaskService tasks) {
        return Tasks.recurring("task-purge", Schedules.daily(AT_NIGHT))
                .execute((_, _) -> LOG.info("erased {} tasks deleted over 30 days ago", tasks.purge()));
    }
}
