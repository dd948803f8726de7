package io.cliprelay.sandbox.gallery;

import java.util.ArrayList;
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
    private final LedgerFile file;

    Ledger(LedgerFile file) {
        this.file = file;
        file.read().forEach(post -> posts.put(post.id(), post));
    }

    public synchronized void add(Post post) {
        file.append(post);
        posts.put(post.id(), post);
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
    }
}
