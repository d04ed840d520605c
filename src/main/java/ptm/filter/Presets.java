package ptm.filter;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import ptm.account.AccountId;

/** A person's saved presets. */
@Service
public class Presets {

    /** All of them, the pinned first, then by name. */
    public List<Preset> list(AccountId account) {
        throw new UnsupportedOperationException();
    }

    public Optional<Preset> find(AccountId account, long id) {
        throw new UnsupportedOperationException();
    }

    /** Saves under the preset's id, or as a new one where it has none. */
    public Preset save(AccountId account, Preset preset) {
        throw new UnsupportedOperationException();
    }

    /** Whether there was one to delete. */
    public boolean delete(AccountId account, long id) {
        throw new UnsupportedOperationException();
    }
}
