package io.cliprelay.sandbox.gallery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

/** All posts in the order of their creation; safe for all threads. A post is on the ledger's file before it is seen. */
@Singleton
public class Ledger {

    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Map<String, String> idsByAddress = new HashMap<>();
    private final LedgerFile file;

    Ledger(LedgerFile file) {
        this.file = file;
        file.read().forEach(this::put);
    }

    public synchronized void add(Post post) {
        file.append(post);
        put(post);
    }

    private void put(Post post) {
        posts.put(post.id(), post);
        idsByAddress.put(address(post.permalink()), post.id());
    }

    /** Path and query of a permalink: the same whatever host leads here. */
    private static String address(String permalink) {
        URI uri = URI.create(permalink);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** The post whose permalink has this path and query. */
    synchronized Optional<Post> findByAddress(String pathAndQuery) {
        return Optional.ofNullable(idsByAddress.get(pathAndQuery)).map(posts::get);
    }

    /** Replaces a post by what the change makes of it; empty if there is none with this id. */
    public synchronized Optional<Post> change(String id, UnaryOperator<Post> change) {
        Optional<Post> changed = find(id).map(change);
        changed.ifPresent(this::add);
        return changed;
    }

    /** The post as its platform knows it: not if it was removed. */
    public Optional<Post> find(String id) {
        return findEver(id).filter(post -> !post.isRemoved());
    }

    /** A copy of what the platforms know, oldest first: without what was removed. */
    public List<Post> all() {
        return allEver().stream().filter(post -> !post.isRemoved()).toList();
    }

    public synchronized Optional<Post> findEver(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    /** A copy, oldest first. */
    public synchronized List<Post> allEver() {
        return new ArrayList<>(posts.values());
    }

    public synchronized void forget() {
        file.forget();
        posts.clear();
        idsByAddress.clear();
    }
}
