-- A partition is attached and dropped under a lock on the whole table; while it is waited for, everyone else waits behind it.
alter function keep_history(text, text, interval, interval) set lock_timeout = '200ms';
