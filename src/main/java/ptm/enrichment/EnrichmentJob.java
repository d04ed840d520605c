package ptm.enrichment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ptm.account.AccountId;
import ptm.task.ChangeSetId;
import ptm.understanding.AnnotatorUnavailable;

/** One durable job a message: survives the process, runs at least once, gives up after a few tries without a word. */
@Configuration(proxyBeanMethods = false)
class EnrichmentJob {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichmentJob.class);
    private static final TaskDescriptor<Message> DESCRIPTOR = TaskDescriptor.of("enrichment", Message.class);

    /** Whose message it is. */
    record Message(long account, UUID changeSet) {
        AccountId accountId() {
            return new AccountId(account);
        }

        ChangeSetId changeSetId() {
            return new ChangeSetId(changeSet);
        }
    }

    /** A model may take minutes: never may so many messages wait for it that a reminder would have to. */
    @Bean
    Task<Message> enrichmentTask(EnrichmentWork work, EnrichmentProperties properties, Clock clock) {
        Semaphore places = new Semaphore(properties.atOnce());
        return Tasks.custom(DESCRIPTOR).onFailure(afterFailure(work, properties)).execute((instance, _) -> {
            if (!places.tryAcquire())
                return (complete, operations) -> operations.reschedule(complete,
                        clock.instant().plus(properties.turn()));
            try {
                work.run(instance.getData().accountId(), instance.getData().changeSetId());
            } finally {
                places.release();
            }
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }

    private static FailureHandler<Message> afterFailure(EnrichmentWork work, EnrichmentProperties properties) {
        return (complete, operations) -> failed(complete, operations, work, properties);
    }

    private static void failed(ExecutionComplete complete, ExecutionOperations<Message> operations,
            EnrichmentWork work, EnrichmentProperties properties) {
        Message message = (Message) complete.getExecution().taskInstance.getData();
        int failures = complete.getExecution().consecutiveFailures + 1;
        LOG.info("enrichment of {}: try {} failed: {}", message.changeSet(), failures, reason(complete));
        if (failures >= properties.tries()) {
            work.giveUp(message.accountId(), message.changeSetId());
            operations.stop();
        } else {
            work.pause(message.accountId(), message.changeSetId());
            operations.reschedule(complete, complete.getTimeDone().plus(properties.pauseAfter(failures)));
        }
    }

    /** Only what was written to be read by operators is; any other exception may quote a person. */
    private static String reason(ExecutionComplete complete) {
        return complete.getCause().map(
                cause -> cause instanceof AnnotatorUnavailable ? cause.getMessage() : cause.getClass().getName())
                .orElse("unknown");
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
