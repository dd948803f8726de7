/** Many small uploads while everything goes wrong: does each still end in exactly one post or a named reason? */
package io.cliprelay.benchmarks.soak;
