package ptm.chat;

import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the lanes that a thread has work, once that work is committed. It parts the boxes from those who empty them. */
@Component
class Bell {
    private volatile Consumer<Address> listener = _ -> {};

    void heardBy(Consumer<Address> listener) {
        this.listener = listener;
    }

    /** Rings after the commit of the transaction that is open, else now. */
    void ring(Address thread) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            listener.accept(thread);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listener.accept(thread);
            }
        });
    }
}
