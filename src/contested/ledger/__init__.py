"""The append-only record: schema, migrations, one writer, typed reads."""
