"""Words as X counts and reads them. Pure: no Qt, no disk, nothing imported but the stdlib."""
