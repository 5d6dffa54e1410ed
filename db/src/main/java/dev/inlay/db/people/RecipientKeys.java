package dev.inlay.db.people;

import dev.inlay.db.identity.Aliases;
import java.util.List;

/** Tells what locks and clicks of mails to these names are kept under: 16 bytes for each name. */
@FunctionalInterface
public interface RecipientKeys {
    List<byte[]> of(Aliases names);
}
