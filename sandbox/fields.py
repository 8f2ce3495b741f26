"""Parameters by their nature, and how leniently the official server reads them."""

from sandbox.model import Json


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


NESTED = _names(
    """reply_markup entities caption_entities media reply_parameters link_preview_options
    allowed_updates commands scope menu_button message_ids options reaction
    explanation_entities question_entities permissions"""
)
NUMBERS = _names(
    """limit timeout offset message_id reply_to_message_id message_thread_id user_id duration
    width height max_connections cache_time open_period close_date correct_option_id"""
)
SWITCHES = _names(
    """disable_notification protect_content allow_sending_without_reply show_alert has_spoiler
    drop_pending_updates show_caption_above_media remove_caption is_anonymous is_big
    allows_multiple_answers revoke_messages disable_content_type_detection
    disable_web_page_preview supports_streaming allow_paid_broadcast"""
)
CLAMPED = {"limit": (1, 100, 100), "timeout": (0, 50, 0)}


def soften(params: Json) -> None:
    """Numbers and switches as the official server reads them: clamped or default, in place."""
    for name in NUMBERS & params.keys():
        try:
            number = int(str(params[name]).strip() or 0)
        except ValueError:
            number = CLAMPED.get(name, (0, 0, 0))[2]
        low, high, _ = CLAMPED.get(name, (-(2**63), 2**63, 0))
        params[name] = min(max(number, low), high)
    for name in SWITCHES & params.keys():
        params[name] = str(params[name]).lower() in ("true", "yes", "1")
