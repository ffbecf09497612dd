"""What is said of the one question more, whatever the front end."""

ARE_OFF = "These questions are off. To have them back: tipcoach lenses on moves."
