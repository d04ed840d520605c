package ptm.chat;

/** Another instance has taken over the thread: what was being done for it is rolled back. */
class LeaseLost extends RuntimeException {
    LeaseLost(String message) {
        super(message);
    }
}
