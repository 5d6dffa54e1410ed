package dev.inlay.db;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/** The DAOs that were attached to one handle, for those who come after. Public for the sake of Jdbi, which makes it. */
public final class AttachedDaos implements JdbiConfig<AttachedDaos> {
    private final Map<Class<?>, Object> daos = new HashMap<>();

    /** The DAO of {@code type} on {@code handle}, which one thread uses. */
    static <T> T of(Handle handle, Class<T> type) {
        return type.cast(handle.getConfig(AttachedDaos.class).daos.computeIfAbsent(type, handle::attach));
    }

    /** None: those of one handle are of no use to another. */
    @Override
    public AttachedDaos createCopy() {
        return new AttachedDaos();
    }
}
