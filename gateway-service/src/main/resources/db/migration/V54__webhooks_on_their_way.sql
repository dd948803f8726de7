-- What is on its way is counted for each pass, and of what waits only the first few are looked at, however much it is.
create index webhook_delivery_on_its_way on webhook_delivery (endpoint_id)
    where state = 'PENDING' and leased_until is not null;

drop index webhook_delivery_due;
create index webhook_delivery_due on webhook_delivery (endpoint_id, due_at, id) where state = 'PENDING';
