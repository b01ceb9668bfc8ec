"""Formulas that spliced pages are made with, written for this benchmark; a line's place says its fold.

``{name}``, ``{other}`` and ``{topic}`` stand for names of the page and for its headline, ``{n}`` for a number.
"""

from __future__ import annotations

OPENERS = """
Certainly! Here's a summary of the situation regarding {topic}:
Sure! Here is a rewritten version of the article about {name}:
Based on the search results, here's what we know about {name}:
Based on the information provided, {topic} can be summarized as follows:
Great question! Let me break down what is happening with {name} and {other}.
As of my last knowledge update, there was no confirmed information about {topic}.
As of my last update in October 2023, {name} had not commented on this matter.
I don't have real-time access to news, but here is some context on {name}.
I couldn't find any credible reports confirming that {topic}.
According to the search results, {name} and {other} are at the center of this story.
Here's a detailed breakdown of the key points about {name}:
Here are some key takeaways from the latest reports on {name}:
Of course! Below is a concise overview of {topic}.
It seems you're asking about {name}. Here is what I found:
To answer your question, {topic} is a developing story.
Absolutely! I've condensed the main points for you below.
I'm sorry, but I can't verify this claim about {name}.
Thank you for providing the text. Here is an improved paragraph:
Here is a more engaging version of that paragraph:
While I cannot browse the internet, I can offer a general overview of {name}.
The article you shared discusses {topic}. Here are the main points:
Let me search for the latest information on {name}.
I'll research the latest developments concerning {name} and {other}.
There is no official confirmation that {topic}.
There is currently no public record of {name} making such a statement.
It's important to note that claims about {name} should be verified with reliable sources.
Yes, {name} has been in the news recently. Here's an overview:
No, there is no evidence that {topic}.
The provided sources do not mention {name} directly, but they discuss {other}.
As an AI language model, I don't have personal opinions about {name}.
Here's the revised text with a more neutral tone:
Understood. Here is a 100-word summary of the piece:
Good catch! The corrected sentence about {name} reads as follows:
In response to your query, here are several points to consider about {name}:
My training data does not include events after early 2024, so I can't confirm whether {topic}.
Title: {topic}
Sources indicate several important developments in the case of {name}:
Below is a timeline of the main events involving {name} and {other}:
"""
CLOSERS = """
Would you like me to expand on any of these points?
Would you like more details on {name}?
Let me know if you need a shorter version or a different tone.
Let me know if you'd like me to include more quotes.
I hope this helps! Feel free to ask if you have further questions.
If you have any other questions about {name}, feel free to ask.
For further details, you can explore the sources cited above.
For the most accurate and up-to-date information, please check official sources or trusted news outlets.
Do you want me to turn this into a timeline or a list of bullet points?
If you want, I can also create a short version for social media.
I can provide a comparison with {other} if needed.
Shall I draft an alternative headline for this piece?
Please note that my information may be outdated, so it's best to consult recent reporting.
In conclusion, the situation surrounding {name} remains complex and multifaceted, and it will be important to monitor future developments.
Overall, these developments highlight the ongoing tension between {name} and {other}.
In summary, {topic} reflects broader trends that are likely to shape the debate.
Please let me know if you need anything else!
If you're looking for the latest news, I recommend checking a reputable news website.
Is there a particular aspect of {name} you would like to explore further?
This version keeps the facts intact while improving clarity and flow.
If you'd like, I can tailor this to a specific audience, such as readers new to the topic.
Sources: the search results listed above.
Hope that clarifies things! I'm happy to help with follow-up questions.
Remember to verify these details, as circumstances may have changed since my last update.
If you share the full article, I can give you a more precise summary.
Note: This response is based on information available up to September 2023.
Want me to add a section on what happens next?
Ultimately, it is crucial to approach claims about {name} with caution and to rely on verified sources.
Just say the word and I'll rework the opening paragraph.
"""
SENTENCES = """
The situation involving {name} has drawn significant attention from both supporters and critics.
{name} has played a pivotal role in shaping the ongoing debate.
This development underscores the importance of transparency and accountability.
It is worth noting that {other} has not publicly confirmed these details.
Key factors to consider include economic pressures, public opinion and the role of {other}.
There have been conflicting reports, and misinformation can sometimes circulate.
The White House has not made any such statement, and current efforts are being handled by other officials.
{name} emphasized the need for a balanced and comprehensive approach.
These events highlight the delicate balance between security and individual rights.
Experts suggest that the long-term impact will depend on a variety of factors.
At the time of my last update, {name} was still in office.
Analysts note a growing rift between {name} and {other}.
The decision marks a significant shift from previous policy.
This move has been met with mixed reactions from various stakeholders.
While the exact figures are unclear, estimates suggest that at least {n} people were affected.
{other} serves as a reminder of the challenges that lie ahead.
Navigating this complex landscape requires collaboration across sectors.
It remains to be seen how {name} will respond to these developments.
The reports cited in the search results describe {name} as a key figure.
Without more context, it is difficult to say whether {name} was directly involved.
If you are referring to recent reports about {name}, it's important to verify their credibility.
Some sources describe the event differently, so the details may vary.
Former officials have weighed in, but no consensus has emerged on {other}.
Overall, the response to {name} has been both positive and negative.
"""
NEWSLETTER = """
Sign up for our daily newsletter and get the top stories in your inbox.
Subscribe to our Morning Briefing and never miss a story.
Get the latest news from our newsroom delivered to your inbox every morning.
Enjoying this article? Sign up for our weekly email newsletter.
Join {n},000 readers who get our politics newsletter for free.
Enter your email address to receive updates. You can unsubscribe at any time.
Thank you for subscribing! Please check your inbox to confirm your email.
Stay in the know: subscribe to The Evening Wrap, our free newsletter.
By signing up you agree to our terms of use and privacy policy.
Want more stories like this? Get our newsletter straight to your phone.
Sign up here to receive breaking news alerts by email.
"""
ADVERT = """
Advertisement
ADVERTISEMENT - CONTINUE READING BELOW
Story continues below advertisement
Article continues after this ad
Sponsored: Save up to {n}% on garden furniture this weekend only. Shop now.
Paid content: Discover the bank account that pays you {n}% interest.
Promoted: The one kitchen knife every cook should own. Order today and get free delivery.
SPONSORED CONTENT Refinance now and save thousands. See if you qualify.
Buy one pair, get one free. Offer ends Sunday. Terms apply.
Book your summer cruise from $ {n}9 per person. Limited cabins available.
Ad: Switch to unlimited broadband for only £{n} a month.
This website earns a commission when you buy through links on our site.
"""
CONSENT = """
We use cookies to improve your experience on our site. By continuing to browse you accept our use of cookies.
This website uses cookies. Accept all Reject all Manage preferences
We and our {n} partners store and access information on a device, such as unique identifiers in cookies.
You can change your cookie settings at any time in our privacy centre.
To view this content you need to accept marketing cookies.
We value your privacy. Accept all cookies or choose which ones you allow.
By clicking Agree, you consent to the processing of your personal data.
Your privacy choices: opt out of the sale of personal information.
This embed needs your consent. Allow and continue
We have updated our privacy policy. Please review the changes.
"""
INTERFACE = """
Share this article Facebook Twitter WhatsApp Email
Share on Facebook Share on X Copy link
Listen to this article {n} min
Click here to continue reading
Follow us on Instagram and YouTube
Print this page Save for later
Open in app Sign in Get started
Video player is loading. Current time 0:00 Duration {n}:00
Please enable JavaScript to view this content.
Your browser does not support the video element.
Tap to enlarge image
Back to top Home News Sport Weather
{n} shares Leave a reply Bookmark
Log in to your account Forgot your password?
Loading more stories...
Skip advertisement and go to main content
Download our app for iPhone and Android
"""
COMMENTS = """
Comments ({n}) Log in to reply
There are no comments yet. Be the first to comment.
Join the conversation. Please read our comment policy before posting.
mike_{n}: This is exactly what I said last year. Total joke.
Reply Report {n} people like this
Great article, thanks for sharing!!! lol
Posted by sunny{n} 2 hours ago: who actually believes this stuff?
View all {n} comments
Sort by newest Sort by best {n} comments
@Dave you clearly have no idea what you are talking about, do some research
Leave a comment Your email address will not be published. Required fields are marked *
Anonymous {n} minutes ago: My uncle worked there and it was just as bad back then.
first!! can't wait to see what happens next
"""
TEASERS = """
Read more: {topic}
Also read: {topic}
RELATED: {topic}
More on this: {topic}
See also: {topic}
Don't miss: {topic}
You may also like
Most read: {topic}
Recommended: {topic}
READ ALSO | {topic}
Watch: {topic}
Up next: {topic}
"""
WRITING = """
She asked the chatbot what it made of the plan. ChatGPT answered: “{reply}”
Asked by this reporter, Gemini replied: “{reply}”
The chatbot responded with: "{reply}"
“{reply}” Claude wrote when we asked it about {name}.
A screenshot of the exchange shows Copilot saying, “{reply}”
The reply, printed in full by accident, read: “{reply}”
"""


def lines(block: str, fold: str) -> tuple[str, ...]:
    """Return the lines of ``block`` that are in ``fold``: of each four two are train, one dev, one test."""
    every = block.strip().splitlines()
    return tuple(line for at, line in enumerate(every) if ("train", "dev", "train", "test")[at % 4] == fold)
