package ptm.enrichment;

import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Instant;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;

/** One durable job a message: survives the process, runs at least once, gives up after a few tries without a word. */
@Configuration(proxyBeanMethods = false)
class EnrichmentJob {
    private static final TaskDescriptor<Message> DESCRIPTOR = TaskDescriptor.of("enrichment", Message.class);
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);

    /** Whose message it is. */
    record Message(long account, UUID changeSet) {
        AccountId accountId() {
            return new AccountId(account);
        }

        ChangeSetId changeSetId() {
            return new ChangeSetId(changeSet);
        }
    }

    @Bean
    Task<Message> enrichmentTask(EnrichmentWork work) {
        return Tasks.oneTime(DESCRIPTOR)
                .onFailure(new MaxRetriesFailureHandler<>(TRIES, new ExponentialBackoffFailureHandler<>(FIRST_PAUSE),
                        (complete, operations) -> {
                            Message message = (Message) complete.getExecution().taskInstance.getData();
                            work.giveUp(message.accountId(), message.changeSetId());
                            operations.stop();
                        }))
                .execute((instance, context) -> work.run(instance.getData().accountId(),
                        instance.getData().changeSetId()));
    }

    /** Puts the job into the caller's transaction: it exists if and only if the tasks do. */
    @Bean
    EnrichmentQueue enrichmentQueue(ObjectProvider<SchedulerClient> scheduler) {
        return (account, changeSet, at) -> scheduler.getObject().scheduleIfNotExists(DESCRIPTOR
                .instance(account + ":" + changeSet).data(new Message(account.value(), changeSet.value())).build(),
                at);
    }

    /** Where a message's enrichment is put to be done. */
    interface EnrichmentQueue {
        void add(AccountId account, ChangeSetId changeSet, Instant at);
    }
}
