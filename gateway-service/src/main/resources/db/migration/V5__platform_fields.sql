-- Descriptors as workers told them before platforms had fields become what they would tell now.
update platform
set descriptor = (
    (descriptor::jsonb - 'title' - 'description' - 'options')
    || jsonb_build_object(
        'fields', jsonb_build_array(
            jsonb_build_object(
                'name', 'title', 'parts', '["title"]'::jsonb, 'separator', '',
                'rule', descriptor::jsonb -> 'title', 'escapedCharacters', ''),
            jsonb_build_object(
                'name', 'description', 'parts', '["description"]'::jsonb, 'separator', '',
                'rule', descriptor::jsonb -> 'description', 'escapedCharacters', '')),
        'options', (
            select coalesce(jsonb_object_agg(key, jsonb_build_object('description', value)), '{}'::jsonb)
            from jsonb_each(coalesce(descriptor::jsonb -> 'options', '{}'::jsonb))))
)::text
where not descriptor::jsonb ? 'fields';
