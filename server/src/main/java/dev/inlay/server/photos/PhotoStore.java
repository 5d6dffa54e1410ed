package dev.inlay.server.photos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.server.http.Sha256;
import dev.inlay.templates.photo.Photo;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Our own copies of product photos: {@code photos/ab/abcdef….png}, named by the SHA-256 of the file. A file that is not
 * what its name says is no photo and is deleted.
 */
public final class PhotoStore {
    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final System.Logger LOG = System.getLogger(PhotoStore.class.getName());

    private final Path folder;
    private final Cache<String, Photo> recent = Caffeine.newBuilder().maximumWeight(CACHE_BYTES)
            .weigher((String hash, Photo photo) -> photo.weight()).build();

    /** Keeps photos in {@code photos} under {@code dataDir}. */
    public PhotoStore(Path dataDir) {
        this.folder = dataDir.resolve("photos");
    }

    /** Keeps {@code photo} and returns its hash, by which it is found again also after a crash. */
    public String store(Photo photo) throws IOException {
        byte[] png = photo.toPng();
        String hash = hash(png);
        Path file = file(hash);
        if (read(file, hash).isEmpty()) {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), hash, ".new");
            try {
                Files.write(fresh, png);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
        return hash;
    }

    /** The photo of that hash, if its file is there and sound. */
    public Optional<Photo> find(String hash) {
        Photo cached = recent.getIfPresent(hash);
        if (cached != null || !hash.matches("[0-9a-f]{64}")) {
            return Optional.ofNullable(cached);
        }
        Optional<Photo> found = read(file(hash), hash).flatMap(PhotoStore::decode);
        found.ifPresent(photo -> recent.put(hash, photo));
        return found;
    }

    private Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash + ".png");
    }

    private static Optional<byte[]> read(Path file, String hash) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] png = Files.readAllBytes(file);
                if (hash(png).equals(hash)) {
                    return Optional.of(png);
                }
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A photo file cannot be used ({0})", e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private static Optional<Photo> decode(byte[] png) {
        try {
            return Optional.of(Photo.fromPng(png));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A photo file is no picture");
            return Optional.empty();
        }
    }

    private static String hash(byte[] png) {
        return HexFormat.of().formatHex(Sha256.of(png));
    }
}
