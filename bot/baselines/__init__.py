"""What other bots do with the same base, to compare with.

Each holds every phrasing of every entry, in every language, curated declines and small talk too,
and gives the entry of the nearest one. Reaching a curated decline or small talk is declining.
"""
