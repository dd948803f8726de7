-- Whose a post is: one that was found by its text must not be taken for another upload's.
create index upload_post on upload (account_id, post_id) where post_id is not null;
